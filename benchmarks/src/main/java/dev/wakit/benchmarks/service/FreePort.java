package dev.wakit.benchmarks.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports for programs that are told where to listen. */
final class FreePort {

    /** Below the ports that systems give to whoever connects, so that no connection has it when the program starts. */
    private static final int FIRST = 15_000;

    private static final int BEYOND = 30_000;
    private static final int TRIES = 100;

    private FreePort() {}

    static int next() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, BEYOND))
                .limit(TRIES)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "None of " + TRIES + " ports between " + FIRST + " and " + BEYOND + " is free."));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
