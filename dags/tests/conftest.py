"""Airflow as a library, with a home of its own that the tests throw away."""

import os
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[2]

os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="catavento-airflow-")
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__CORE__DAGS_FOLDER"] = str(PROJECT / "dags")
os.environ["AIRFLOW__USAGE_DATA_COLLECTION__ENABLED"] = "False"
for name in [name for name in os.environ if name.startswith("CATAVENTO_DB_")]:
    del os.environ[name]
HERE = Path(__file__).parent
sys.path[:0] = [str(PROJECT / "dags"), str(PROJECT / "infrastructure" / "airflow"), str(HERE), str(HERE / "live")]
