# ./catavento backup [--to DIR|s3://BUCKET/PREFIX] [--key FILE]
# All stores and Airflow's database in one file, each as of one instant, with a hash of the content to prove a restore by.
#
#   --to    a folder, or a prefix in an S3-compatible store (CATAVENTO_BACKUP_S3_*; default: backups)
#   --key   seals the backup with the key in FILE, which restore then needs; only a sealed backup holds the passwords
#
# Work goes on meanwhile. Exports are not in it: the newest day's can be made again, older days' files cannot.
# shellcheck shell=bash

main() {
  local to=$home/backups since=$SECONDS
  key=()
  while [ $# -gt 0 ]; do
    case $1 in
      --to) [ -n "${2:-}" ] || usage_error '--to needs a folder or s3://BUCKET/PREFIX'; to=$2; shift ;;
      --to=*) to=${1#--to=}; [ -n "$to" ] || usage_error '--to needs a folder or s3://BUCKET/PREFIX' ;;
      --key) [ -n "${2:-}" ] || usage_error '--key needs a file'; key_option "$2"; shift ;;
      --key=*) key_option "${1#--key=}" ;;
      *) unknown option "$1" --to --key --help ;;
    esac
    shift
  done
  need_postgres
  need_packing
  work_folder
  if [[ $to != s3://* ]]; then
    to=$(realpath -m "$to")
    mkdir -p "$to" 2>/dev/null || die "the folder $to cannot be made"
    # An earlier version worked there, and what it was killed at is open.
    find "$to" -maxdepth 1 -type d -name '.catavento.??????' -mmin +720 -exec rm -rf {} +
  fi
  check_place "$to" "$work"
  step 'dumping the databases, each with the hash of its content'
  backup_all "$to" "$work"
  step "${facts_of[address]}: $((facts_of[bytes] / 1048576 + 1)) MiB, ${facts_of[rows]} rows, in $((SECONDS - since)) s"
  say "Content: SHA-256 ${facts_of[content_sha256]}"
  if [ ${#key[@]} = 0 ]; then
    say 'Not sealed: whoever reads the file reads the data (its mode is 600). The passwords are not in it; --key FILE adds both.'
  else
    say "Sealed, with this installation's passwords inside. Without the key in ${key[1]} nobody opens it: keep a copy elsewhere."
  fi
  say "Back:    ./catavento restore ${facts_of[address]}${key[1]:+ --key ${key[1]}}"
}
