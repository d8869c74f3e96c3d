"""The check of the document (domain.md 3.4): a model of the agreement in, findings out. Pure, one file a subject."""
