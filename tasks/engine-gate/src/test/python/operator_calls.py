"""What Airflow's DockerOperator does with docker-py, call by call: operator_calls.py URL IMAGE EXPORT_FOLDER."""

import sys

import docker
from docker.types import LogConfig, Mount

url, image, exports = sys.argv[1:]
client = docker.APIClient(base_url=url, version=None, timeout=30)
assert client.ping()
assert client.version()["ApiVersion"]
assert client.images(name=image)


def create(command, **host):
    # the operator's own defaults, most of which say nothing
    wanted = {"network_mode": "none", "mounts": [], "port_bindings": {}, "ulimits": [], "cpu_shares": 1024}
    return client.create_container(
        command=command,
        environment={"CATAVENTO_STORE": "demo"},
        ports=[],
        host_config=client.create_host_config(
            auto_remove=False, privileged=False, log_config=LogConfig(config={}), **{**wanted, **host}
        ),
        image=image,
        user="1000:1000",
        tty=False,
        labels={"dev.catavento.task": "docker-py"},
    )["Id"]


container = create(
    ["echo one; echo two >&2; echo $CATAVENTO_STORE; exit 99"],
    mounts=[Mount("/exports", exports, type="bind")],
    mem_limit="256m",
    read_only=True,
    tmpfs={"/tmp": "rw,exec,size=64m"},
    cap_drop=["ALL"],
    security_opt=["no-new-privileges"],
)
output = client.attach(container, stdout=True, stderr=True, stream=True)
client.start(container)
lines = b"".join(output).split()
assert sorted(lines) == [b"demo", b"one", b"two"], lines
assert client.wait(container)["StatusCode"] == 99
assert b"one" in client.logs(container)
assert b"one\n" in list(client.logs(container, stream=True, follow=True))
assert client.inspect_container(container)["HostConfig"]["Memory"] == 256 << 20
label = {"label": ["dev.catavento.task=docker-py"]}
assert [found["Id"] for found in client.containers(all=True, filters=label)] == [container]
client.remove_container(container, force=True)

container = create(["sleep 600"])
client.start(container)
client.stop(container, timeout=1)
client.remove_container(container, force=True)
assert client.containers(all=True, filters=label) == []

try:
    create(["id"], network_mode="host")
    raise SystemExit("the host's network was not refused")
except docker.errors.APIError as refused:
    assert "engine gate: HostConfig.NetworkMode" in refused.explanation, refused.explanation
print("done")
