package dev.wakit.e2e;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests that kill a database: threads of db-scheduler that were in the middle of a statement end with an exception, which Awaitility
 * would take for a failure of whatever is awaited. Their pool replaces them.
 */
final class LostConnections implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Awaitility.reset();
    }
}
