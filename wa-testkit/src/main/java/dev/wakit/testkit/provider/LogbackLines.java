package dev.wakit.testkit.provider;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** What goes through Logback; a class of its own, since Logback need not be there. */
final class LogbackLines extends AppenderBase<ILoggingEvent> {

    private final Consumer<String> lines;

    private LogbackLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Hands every line over from now on, at every level that no logger of its own forbids; the result ends that. */
    static Runnable attach(Consumer<String> lines) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        var appender = new LogbackLines(lines);
        appender.setContext(context);
        appender.start();
        var others = new ArrayList<Appender<ILoggingEvent>>();
        root.iteratorForAppenders().forEachRemaining(others::add);
        // Others would write every line of every level to the console.
        others.forEach(root::detachAppender);
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        return () -> {
            root.setLevel(before);
            root.detachAppender(appender);
            others.forEach(root::addAppender);
        };
    }

    @Override
    protected void append(ILoggingEvent line) {
        String thrown = line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
        lines.accept(line.getLoggerName() + " " + line.getFormattedMessage() + " " + thrown);
    }
}
