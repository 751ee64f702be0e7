"""XLSForm files, the form model and its expressions."""
