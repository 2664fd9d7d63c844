package dev.catavento.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A loopback port to listen on: below those the system gives to outgoing connections, which would take it meanwhile. */
final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_000;

    private FreePort() {}

    static int any() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // try another
            }
        }
    }
}
