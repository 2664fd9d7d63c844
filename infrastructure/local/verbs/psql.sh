# ./catavento psql [--store NAME] [ARGS…]
# psql on the store as catavento_read, the login for people; the stable views are in schema out.
# shellcheck shell=bash

main() {
  choose_store
  need_store
  store_sql "$@"
}
