"""One rule, one file; the file's name is the rule's code and name, its docstring its page."""
