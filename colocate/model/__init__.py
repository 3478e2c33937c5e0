"""The model: what a case costs, how it is reached and how it fits, for single figures and for arrays of draws alike."""
