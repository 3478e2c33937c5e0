"""The version of Colocate; a change that moves a number raises it, and the changelog says why."""

VERSION = "0.1.0"
