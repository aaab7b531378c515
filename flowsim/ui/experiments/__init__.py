"""The laboratory: which limit, is it luck, when will it be done."""
