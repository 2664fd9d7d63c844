package dev.catavento.testsupport;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;

/**
 * Stops a task at a line of its own code and kills it there: a moment too short to be met by the clock. The task is the
 * one that is shipped; it only waits for this debugger at its start.
 */
public final class Debugger {
    private final ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(one -> one.name().equals("com.sun.jdi.SocketListen"))
            .findFirst()
            .orElseThrow();
    private final java.util.Map<String, com.sun.jdi.connect.Connector.Argument> arguments =
            connector.defaultArguments();
    private final String address;

    public Debugger() throws Exception {
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("timeout").setValue("30000");
        address = connector.startListening(arguments);
    }

    /** The JVM option that makes a task connect to this debugger. */
    public String option() {
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:"
                + address.substring(address.lastIndexOf(':') + 1);
    }

    /** Kills the process at the so-many-th line of the method; false when it has fewer lines or never got there. */
    public boolean killAtLine(Process process, String type, String method, int line) throws Exception {
        var machine = connector.accept(arguments);
        connector.stopListening(arguments);
        var prepared = machine.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(type);
        prepared.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        prepared.enable();
        try {
            return follow(machine, process, method, line);
        } catch (VMDisconnectedException | IOException ended) {
            return false;
        }
    }

    private static boolean follow(VirtualMachine machine, Process process, String method, int line)
            throws InterruptedException, IOException {
        while (true) {
            var events = machine.eventQueue().remove();
            for (var event : events) {
                switch (event) {
                    case ClassPrepareEvent ready -> stopAt(machine, ready.referenceType(), method, line);
                    case BreakpointEvent reached -> {
                        process.destroyForcibly().waitFor();
                        return true;
                    }
                    case VMDeathEvent death -> {
                        return false;
                    }
                    case VMDisconnectEvent gone -> {
                        return false;
                    }
                    default -> {}
                }
            }
            events.resume();
        }
    }

    private static void stopAt(VirtualMachine machine, ReferenceType type, String method, int line) {
        try {
            var lines = type.methodsByName(method).getFirst().allLineLocations();
            if (line < lines.size()) {
                machine.eventRequestManager()
                        .createBreakpointRequest(lines.get(line))
                        .enable();
            }
        } catch (com.sun.jdi.AbsentInformationException e) {
            throw new IllegalStateException(e);
        }
    }
}
