"""The roadmap: what the meeting agrees to do, line by line, and the plenary reading of it.

``fields`` are the columns, ``line`` the state of one line, ``status`` where it may go, ``reading`` the answers of the
delegations, ``earlier`` the lines of a roadmap agreed before. Commands and events stand beside those of other subjects.
"""
