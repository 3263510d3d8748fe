package dev.wakit.testkit.simulator.internal.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** The life of a simulator that is a process of its own, and what its exit code says. */
public final class Standalone {

    private static final int FAILURE = 1;
    private static final int BAD_USAGE = 2;

    private Standalone() {}

    /** A program with an exit code. */
    @FunctionalInterface
    public interface Program {

        int run(PrintStream out) throws InterruptedException;
    }

    /** Waits until a simulator is closed. */
    @FunctionalInterface
    public interface Waiting {

        void await() throws InterruptedException;
    }

    /**
     * A simulator that was started.
     *
     * @param banner what people need to reach it
     */
    public record Running(String banner, Waiting waiting, Runnable closing) implements AutoCloseable {

        @Override
        public void close() {
            closing.run();
        }
    }

    /** Runs a program on the console, and ends the process unless its exit code is 0. */
    public static void main(Program program) throws InterruptedException {
        int status = program.run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Prints the help if it is asked for; otherwise starts a simulator and waits until it is closed. Returns the exit code. */
    public static int run(List<String> args, PrintStream out, Supplier<String> help, Supplier<Running> start)
            throws InterruptedException {
        if (args.contains("--help")) {
            out.print(help.get());
            return 0;
        }
        try (Running running = start.get()) {
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "wakit-simulator-close"));
            out.print(running.banner());
            running.waiting().await();
            return 0;
        } catch (IllegalArgumentException e) {
            out.println("Error: " + e.getMessage());
            out.println("Run with --help to see every flag.");
            return BAD_USAGE;
        } catch (UncheckedIOException e) {
            out.println("Error: " + e.getMessage());
            return FAILURE;
        }
    }
}
