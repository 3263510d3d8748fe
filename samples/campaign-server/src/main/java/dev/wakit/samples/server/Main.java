package dev.wakit.samples.server;

import dev.wakit.samples.server.demo.DemoMain;
import java.util.Arrays;

/** The entry of the runnable jar: {@code server} (the default), {@code worker}, {@code simulator} or {@code demo}. */
public final class Main {

    private static final String CHILD = "WAKIT_DEMO_CHILD";

    private Main() {}

    /** Runs the command that the first argument names. */
    public static void main(String[] args) throws InterruptedException {
        if (System.getenv(CHILD) != null) {
            endWithParent();
        }
        String command = args.length == 0 || args[0].startsWith("-") ? "server" : args[0];
        String[] rest = args.length == 0 || args[0].startsWith("-") ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "server" -> ServerMain.main(rest);
            case "worker" -> WorkerMain.main(rest);
            case "simulator" -> SimulatorCommand.run(rest);
            case "demo" -> DemoMain.main(rest);
            default -> {
                System.err.println("There is no command '" + command + "'. Use server, worker, simulator or demo.");
                System.exit(2);
            }
        }
    }

    /** A demo that is killed hard cannot stop its children; so they watch it. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(
                        parent -> parent.onExit().thenRun(() -> System.exit(0)).exceptionally(broken -> null));
    }
}
