"""The shell of Plenaria: sockets, storage, files. It carries; ``sessions`` decides."""
