"""The PostgreSQL that product and references share, and the databases made in it for the benchmark."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from .errors import CannotMeasure
from .ground import plain_environment, ready

PREFIX = "catavento_bench_"
BLANK = "catavento_template"


class Cluster:
    def __init__(self, facts: dict[str, str]):
        self._facts = facts
        self.own = facts["OWN"] == "yes"
        self.port = facts["PORT"]

    def password(self, verb: str) -> str:
        return self._facts[f"PASSWORD_{verb.upper()}"]

    def psql(self, database: str) -> list[str]:
        return [
            f"{self._facts['BIN']}/psql", "-X", "-q", "-v", "ON_ERROR_STOP=1",
            "-h", "127.0.0.1", "-p", self.port, "-U", "postgres", "-d", database,
        ]  # fmt: skip

    def environment(self) -> dict[str, str]:
        return plain_environment(PGPASSWORD=self.password("postgres"), PGOPTIONS="-c client_min_messages=warning")

    def url(self, database: str) -> str:
        """As SQLAlchemy wants it."""
        return self.plain_url(database).replace("postgresql:", "postgresql+psycopg2:")

    def plain_url(self, database: str) -> str:
        return f"postgresql://postgres:{self.password('postgres')}@127.0.0.1:{self.port}/{database}"

    def sql(self, database: str, statement: str) -> str:
        return self._ask(database, "-At", "-c", statement)

    def script(self, database: str, text: str) -> None:
        """Statements and psql's own commands, all or none."""
        self._ask(database, "-1", text=text)

    def _ask(self, database: str, *options: str, text: str | None = None) -> str:
        done = subprocess.run(
            [*self.psql(database), *options], input=text, env=self.environment(), capture_output=True, text=True
        )
        if done.returncode != 0:
            raise CannotMeasure(f"PostgreSQL refused: {done.stderr.strip().splitlines()[-1]}")
        return done.stdout.strip()

    def settle(self) -> None:
        """Before a timed run: nothing of what was done before is left to be written."""
        self.sql("postgres", "CHECKPOINT")

    def make(self, name: str, template: str = BLANK) -> str:
        """A fresh database, in place of one that an earlier run left."""
        database = PREFIX + name
        self.drop(name)
        self.sql("postgres", f'CREATE DATABASE "{database}" OWNER catavento_migrate TEMPLATE "{template}"')
        return database

    def has(self, database: str) -> bool:
        return self.sql("postgres", f"SELECT count(*) FROM pg_database WHERE datname = '{database}'") == "1"

    def drop(self, name: str) -> None:
        self.sql("postgres", f'DROP DATABASE IF EXISTS "{PREFIX}{name}" WITH (FORCE)')

    def drop_all(self) -> None:
        found = self.sql("postgres", f"SELECT datname FROM pg_database WHERE starts_with(datname, '{PREFIX}')")
        for database in found.split():
            self.drop(database.removeprefix(PREFIX))

    def describe(self) -> dict[str, str]:
        settings = {
            name: self.sql("postgres", f"SHOW {name}")
            for name in ("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")
        }
        settings["postgis"] = self.sql(BLANK, "SELECT postgis_lib_version()")
        return settings


@contextmanager
def cluster(own: bool) -> Iterator[Cluster]:
    """The clone's where it runs, else, or when asked for, one that ends with the benchmark."""
    found = Cluster(ready("own-cluster" if own else "cluster"))
    try:
        found.drop_all()
        yield found
    finally:
        if found.own:
            ready("stop-cluster")
        else:
            found.drop_all()
