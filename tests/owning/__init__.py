"""A made-up case in which one option stays, one leases and one builds."""
