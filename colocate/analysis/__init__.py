"""What an outcome means, in figures: a folder a question. No sentence is written here; see colocate/words."""
