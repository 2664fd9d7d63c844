# Airflow with exactly the packages of its lock, Catavento's DAGs and plugins, and the words that ./catavento speaks to it:
#   docker build -f infrastructure/docker/airflow.Dockerfile .
ARG BASE=apache/airflow:3.3.2
FROM ${BASE}

COPY infrastructure/airflow/image-requirements.lock /opt/catavento/
RUN uv pip install --no-cache --require-hashes --python "$(command -v python)" -r /opt/catavento/image-requirements.lock

# Its bill of materials, written by a tool that does not stay.
COPY infrastructure/airflow/sbom-requirements.lock /opt/catavento/
RUN uv venv -q /tmp/sbom && uv pip install -q --no-cache --require-hashes --python /tmp/sbom/bin/python -r /opt/catavento/sbom-requirements.lock \
 && /tmp/sbom/bin/cyclonedx-py environment --output-reproducible --sv 1.6 -o /opt/airflow/sbom.cdx.json "$(command -v python)" \
 && rm -rf /tmp/sbom

COPY infrastructure/docker/airflow/ /opt/catavento/
COPY infrastructure/airflow/console /opt/catavento/console
COPY infrastructure/airflow/clean /opt/catavento/
COPY dags /opt/airflow/dags
ENV PYTHONPATH=/opt/catavento

ARG VERSION=""
ARG REVISION=""
ARG SOURCES=""
ARG SOURCE_URL=""
ARG BASE
ARG BASE_DIGEST=""
ARG INSTALLATION=""
LABEL org.opencontainers.image.title="catavento/airflow" \
      org.opencontainers.image.description="Catavento, the Brazilian wind fleet in PostGIS: Airflow with its DAGs" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE_URL}" \
      org.opencontainers.image.base.name="${BASE}" \
      org.opencontainers.image.base.digest="${BASE_DIGEST}" \
      dev.catavento.sources="${SOURCES}" \
      dev.catavento.installation="${INSTALLATION}"
