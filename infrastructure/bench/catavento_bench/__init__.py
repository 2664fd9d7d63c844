"""Speed and memory of Catavento's tasks, each beside a reference that runs in the same call."""
