"""What is said about the program outside of it is true: documents, and the files that packages are made of."""
