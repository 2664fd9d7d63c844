package dev.catavento.enginegate.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;

/** What a container may ask of the host, and what it gets whatever it asks. Sizes are in bytes. */
final class HostRules {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final long MEMORY_BY_DEFAULT = GIB;
    private static final long MOST_MEMORY = 32 * GIB;
    private static final long PIDS_BY_DEFAULT = 512;

    /** Joins nothing: always allowed, and what a container gets that names no network. */
    private static final String NO_NETWORK = "none";

    private static final Pattern ALL = Pattern.compile("ALL");
    private static final Pattern NO_NEW_PRIVILEGES = Pattern.compile("no-new-privileges([:=]true)?");
    private static final Pattern NO_RESTART = Pattern.compile("(no)?");

    private final Set<String> networks;
    private final ObjectRules rules;

    HostRules(Set<String> networks, FolderBind bind) {
        this.networks = networks;
        this.rules = new ObjectRules("HostConfig.")
                .with("Memory", (value, out) -> out.put("Memory", value.whole(16 * MIB, MOST_MEMORY)))
                .with("MemorySwap", (value, out) -> out.put("MemorySwap", value.whole(16 * MIB, 2 * MOST_MEMORY)))
                .with("NanoCpus", (value, out) -> out.put("NanoCpus", value.whole(10_000_000, 256_000_000_000L)))
                .with("CpuShares", (value, out) -> out.put("CpuShares", value.whole(2, 262_144)))
                .with("CpuQuota", (value, out) -> out.put("CpuQuota", value.whole(1_000, 256_000_000)))
                .with("CpuPeriod", (value, out) -> out.put("CpuPeriod", value.whole(1_000, 1_000_000)))
                .with("PidsLimit", (value, out) -> out.put("PidsLimit", value.whole(1, 4096)))
                .with("ShmSize", (value, out) -> out.put("ShmSize", value.whole(MIB, GIB)))
                .with("Init", (value, out) -> out.put("Init", value.flag()))
                .with("AutoRemove", (value, out) -> out.put("AutoRemove", value.flag()))
                .with("NetworkMode", this::network)
                .with("Binds", bind::fromBinds)
                .with("Mounts", bind::fromMounts)
                .with("Tmpfs", TmpfsRule::copy)
                .with("LogConfig", LogRule::copy)
                .with("RestartPolicy", HostRules::noRestart)
                .with("ReadonlyRootfs", HostRules::onlyTrue)
                .with("CapDrop", (value, out) -> value.list().forEach(cap -> cap.text(ALL, "ALL, dropped anyway")))
                .with(
                        "SecurityOpt",
                        (value, out) -> value.list()
                                .forEach(option -> option.text(NO_NEW_PRIVILEGES, "no-new-privileges, set anyway")))
                .onlyEmpty("PortBindings", "Ulimits");
    }

    void apply(Value value, ObjectNode host) {
        rules.apply(value, host);
    }

    /** Writes what holds for every container; called last, so that nothing asked for is left of it. */
    void enforce(ObjectNode host) {
        host.put("ReadonlyRootfs", true);
        host.put("Privileged", false);
        host.put("IpcMode", "private");
        host.putArray("CapDrop").add("ALL");
        host.putArray("SecurityOpt").add("no-new-privileges:true");
        host.putObject("RestartPolicy").put("Name", "no");
        if (!host.has("Memory")) {
            host.put("Memory", MEMORY_BY_DEFAULT);
        }
        long memory = host.get("Memory").longValue();
        long swap = host.path("MemorySwap").asLong(memory);
        // the engine's sum of memory and swap: without it a container may swap as much again
        host.put("MemorySwap", Math.clamp(swap, memory, 2 * memory));
        if (!host.has("PidsLimit")) {
            host.put("PidsLimit", PIDS_BY_DEFAULT);
        }
        if (!host.has("NetworkMode")) {
            host.put("NetworkMode", NO_NETWORK);
        }
        TmpfsRule.enforce(host);
        LogRule.enforce(host);
    }

    private void network(Value value, ObjectNode host) {
        var name = value.node().textValue();
        if (name == null || !name.equals(NO_NETWORK) && !networks.contains(name)) {
            throw value.refused(NO_NETWORK + (networks.isEmpty() ? "" : ", " + String.join(", ", networks)));
        }
        host.put("NetworkMode", name);
    }

    private static void noRestart(Value value, ObjectNode host) {
        new ObjectRules("HostConfig.RestartPolicy.")
                .with("Name", (name, out) -> name.text(NO_RESTART, "no"))
                .with("MaximumRetryCount", (count, out) -> count.whole(0, 0))
                .apply(value, StrictJson.empty());
    }

    private static void onlyTrue(Value value, ObjectNode host) {
        if (!value.flag()) {
            throw value.refused("true");
        }
    }
}
