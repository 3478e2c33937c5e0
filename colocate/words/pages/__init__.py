"""What each page of the app says besides its findings: headings, labels, helps, notes; a file a page."""
