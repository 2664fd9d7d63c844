package dev.catavento.enginegate;

import dev.catavento.enginegate.call.Call;
import dev.catavento.enginegate.call.Calls;
import dev.catavento.enginegate.engine.Engine;
import dev.catavento.enginegate.engine.EngineAnswer;
import dev.catavento.enginegate.engine.Inspection;
import dev.catavento.enginegate.engine.OwnContainers;
import dev.catavento.enginegate.http.Reply;
import dev.catavento.enginegate.http.Request;
import dev.catavento.enginegate.http.RequestReader;
import dev.catavento.task.OneLine;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One client's connection: one request, read, judged, sent on in the gate's own words, answered. */
final class ClientConnection implements Runnable {
    private static final Logger LOG = Logger.getLogger(ClientConnection.class);
    private static final Duration REQUEST = Duration.ofSeconds(10);
    /** Longer than a stop may be told to take, and than a slow disk takes to remove a container. */
    private static final Duration SHORT_CALL = Duration.ofSeconds(900);

    private final SocketChannel client;
    private final Calls calls;
    private final Engine engine;
    private final OwnContainers own;
    private final Reply reply;
    private String asked = "an unread request";

    ClientConnection(SocketChannel client, Calls calls, Engine engine, OwnContainers own) {
        this.client = client;
        this.calls = calls;
        this.engine = engine;
        this.own = own;
        this.reply = new Reply(client);
    }

    @Override
    public void run() {
        try (client) {
            // for a try that waits for hours in silence: a peer that died without a word is noticed all the same
            if (client.supportedOptions().contains(StandardSocketOptions.SO_KEEPALIVE)) {
                client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            try {
                var request = new RequestReader(REQUEST).read(client);
                if (request.isEmpty()) {
                    return;
                }
                serve(request.get());
            } catch (RefusedException refused) {
                refuse(refused);
            } catch (RuntimeException bug) {
                LOG.errorf(bug, "%s from %s failed", asked, Peer.of(client));
                reply.refuse(new RefusedException(500, "engine gate: a bug; its log has the trace"));
            }
            reply.end();
        } catch (IOException gone) {
            LOG.debugf(gone, "%s: the connection broke", asked);
        }
    }

    private void serve(Request request) throws IOException {
        asked = OneLine.of(request.method() + " " + request.target().version()
                + request.target().path());
        var admitted = calls.admit(request);
        var id = admitted.container() == null ? null : own.getId(admitted.container());
        var call = admitted.call();
        try (var answer = engine.ask(
                admitted.method(), admitted.target(id), admitted.body(), call.streams() ? null : SHORT_CALL)) {
            if (call.changes()) {
                LOG.infof("%s from %s: %d", asked, Peer.of(client), answer.status());
            }
            if (call == Call.INSPECT && answer.status() == 200) {
                reply.json(Inspection.withoutEnvironment(answer));
                return;
            }
            reply.head(answer.status(), answer.reason(), answer.headers());
            if (call.streams()) {
                Thread.ofVirtual().start(() -> endWithClient(answer));
            }
            answer.copyTo(client);
        }
    }

    /** A client that goes away ends the engine's answer; what it still says is not listened to. */
    private void endWithClient(EngineAnswer answer) {
        try (answer) {
            var ignored = ByteBuffer.allocate(1024);
            while (client.read(ignored.clear()) >= 0) {
                // not listened to: no input goes to a container
            }
        } catch (IOException gone) {
            // just as well
        }
    }

    private void refuse(RefusedException refused) throws IOException {
        if (refused.status() != 404 && refused.status() != 503) {
            LOG.warnf("refused %s from %s: %s", asked, Peer.of(client), OneLine.of(refused.getMessage()));
        }
        reply.refuse(refused);
    }
}
