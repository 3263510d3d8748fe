package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CapturedLogsTest {

    @Test
    void everyLevelParameterAndExceptionIsSeen() {
        List<String> lines;
        try (CapturedLogs logs = CapturedLogs.open()) {
            LoggerFactory.getLogger("a").trace("slf4j {}", "wren", new IllegalStateException("finch"));
            Logger.getLogger("b").log(Level.FINEST, "jul {0}", "heron");
            lines = logs.lines();
        }

        assertThat(lines).anySatisfy(line -> assertThat(line).contains("slf4j wren", "finch"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("jul heron"));
    }

    @Test
    void nothingIsSeenAfterwardsAndLevelsAreAsBefore() {
        var root = Logger.getLogger("");
        Level before = root.getLevel();
        boolean traced = LoggerFactory.getLogger("a").isTraceEnabled();
        CapturedLogs logs = CapturedLogs.open();
        logs.close();

        LoggerFactory.getLogger("a").info("too late");

        assertThat(logs.lines()).isEmpty();
        assertThat(root.getLevel()).isEqualTo(before);
        assertThat(LoggerFactory.getLogger("a").isTraceEnabled()).isEqualTo(traced);
    }
}
