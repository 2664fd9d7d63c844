package dev.catavento.enginegate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** Who is at the other end of a connection, for the log. */
final class Peer {
    private Peer() {}

    /** An address, or behind a socket file the user, by name where this machine has one. */
    static String of(SocketChannel client) throws IOException {
        if (client.getRemoteAddress() instanceof InetSocketAddress address) {
            return address.toString();
        }
        var who = client.getOption(ExtendedSocketOptions.SO_PEERCRED);
        return "user " + who.user().getName() + " group " + who.group().getName();
    }
}
