# Disk space.
# shellcheck shell=bash

# nearest_folder PATH: itself, else the first folder above it that is there.
nearest_folder() { local path=$1; while [ ! -d "$path" ]; do path=$(dirname "$path"); done; echo "$path"; }

# free_of FOLDER: space that is left, for people. mib_free, percent_used: for comparing.
free_of() { df -h --output=avail "$1" | tail -1 | tr -d ' '; }
mib_free() { df -m --output=avail "$1" | tail -1 | tr -d ' '; }
percent_used() { df --output=pcent "$1" | tail -1 | tr -d ' %'; }
