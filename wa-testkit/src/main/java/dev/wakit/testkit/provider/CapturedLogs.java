package dev.wakit.testkit.provider;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, at every level: through {@code java.util.logging}, and through SLF4J where Logback or
 * {@code slf4j-jdk14} is behind it. Thread-safe.
 */
final class CapturedLogs implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final @Nullable Level level = root.getLevel();
    private final Handler handler = new LineHandler();
    private final Runnable detachSlf4j;

    private CapturedLogs() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        boolean logback = LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback.");
        detachSlf4j = logback ? LogbackLines.attach(lines::add) : () -> {};
    }

    static CapturedLogs open() {
        return new CapturedLogs();
    }

    /** The lines so far, each with message, parameters and exception. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** A throwable as a log shows it: with its stack and its causes. */
    static String text(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Override
    public void close() {
        detachSlf4j.run();
        root.removeHandler(handler);
        root.setLevel(level);
    }

    private final class LineHandler extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + " " + formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
