"""Talks with the running Airflow over its REST API, for ./catavento and for tests."""
