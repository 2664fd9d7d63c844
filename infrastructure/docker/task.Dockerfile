# Every program of Catavento is an image of this one recipe; infrastructure/docker/stage makes its context:
#   docker build -f infrastructure/docker/task.Dockerfile --build-arg TASK=extract-sigel .local/images
# It runs as a user without rights, with a read-only root and an executable /tmp (native libraries unpack there).
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}

# What all programs share, first and the same for all, so that it is stored once.
COPY shared/ /opt/catavento/

ARG TASK
COPY ${TASK}/ /opt/catavento/

# Start-up is trained here, with the very Java and files that will run.
ARG AOT_TRAINING_CODE=75
ARG AOT_TRAINING_OPTIONS=""
RUN cd /opt/catavento && ./train-aot-cache "$JAVA_HOME" "$AOT_TRAINING_CODE" "$AOT_TRAINING_OPTIONS" && rm -f aot-training.log && chmod a+r app.aot

USER 10001:10001
WORKDIR /tmp
ENV CATAVENTO_LOG_FORMAT=json
STOPSIGNAL SIGTERM
# Java itself is the first process, so that it is Java that hears SIGTERM.
ENTRYPOINT ["java", "@/opt/catavento/java-options", "-XX:AOTCache=/opt/catavento/app.aot", "-Xlog:aot=off", "-Xlog:cds=off", "-jar", "/opt/catavento/quarkus-run.jar"]

# Last, since they change with every commit.
ARG VERSION=""
ARG REVISION=""
ARG SOURCES=""
ARG SOURCE_URL=""
ARG BASE
ARG BASE_DIGEST=""
ARG INSTALLATION=""
LABEL org.opencontainers.image.title="catavento/${TASK}" \
      org.opencontainers.image.description="Catavento, the Brazilian wind fleet in PostGIS: ${TASK}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE_URL}" \
      org.opencontainers.image.base.name="${BASE}" \
      org.opencontainers.image.base.digest="${BASE_DIGEST}" \
      dev.catavento.sources="${SOURCES}" \
      dev.catavento.installation="${INSTALLATION}"
