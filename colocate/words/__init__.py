"""Every sentence that a reader meets: figures and records in, words out."""
