package dev.catavento.enginegate;

import dev.catavento.enginegate.call.Calls;
import dev.catavento.enginegate.create.CreateRules;
import dev.catavento.enginegate.create.OwnLabels;
import dev.catavento.enginegate.engine.Engine;
import dev.catavento.enginegate.engine.OwnContainers;
import dev.catavento.enginegate.http.Reply;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Listens, and gives each connection a virtual thread, up to a limit. */
final class GateServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GateServer.class);
    private static final int MOST_CONNECTIONS = 256;

    private final GateAddress address;
    private final ServerSocketChannel listener;
    private final Calls calls;
    private final Engine engine;
    private final OwnContainers own;
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);

    private GateServer(ServerSocketChannel listener, GateSettings settings) {
        var labels = new OwnLabels(settings.instance());
        var create = new CreateRules(settings.images(), settings.networks(), settings.folders(), labels);
        this.address = settings.address();
        this.listener = listener;
        this.calls = new Calls(settings.images(), create, labels);
        this.engine = new Engine(settings.socket());
        this.own = new OwnContainers(engine, labels);
    }

    /** Listens from now on; connections are taken by {@link #serve}. */
    static GateServer open(GateSettings settings) {
        try {
            return new GateServer(settings.address().listen(), settings);
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            throw new TaskException(
                    ErrorKind.CONFIGURATION,
                    "cannot listen on " + settings.address() + ": " + e,
                    "give another address in CATAVENTO_GATE_HOST, port in CATAVENTO_GATE_PORT, or file in"
                            + " CATAVENTO_GATE_LISTEN");
        }
    }

    /** What is listened on, with the port that was taken. */
    GateAddress address() throws IOException {
        return address instanceof GateAddress.Port port
                ? new GateAddress.Port(port.host(), ((InetSocketAddress) listener.getLocalAddress()).getPort())
                : address;
    }

    /** Takes connections until closed. */
    void serve() {
        while (listener.isOpen()) {
            try {
                take(listener.accept());
            } catch (IOException e) {
                if (listener.isOpen()) {
                    LOG.warnf("a connection was not taken: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void take(SocketChannel client) throws IOException {
        if (!free.tryAcquire()) {
            LOG.warnf("refused a connection from %s: %d are open", Peer.of(client), MOST_CONNECTIONS);
            try (client) {
                new Reply(client).refuse(new RefusedException(503, "engine gate: too many connections"));
            }
            return;
        }
        Thread.ofVirtual().start(() -> {
            try {
                new ClientConnection(client, calls, engine, own).run();
            } finally {
                free.release();
            }
        });
    }

    /** Out of file handles, say: trying again at once would only fill the log. */
    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
