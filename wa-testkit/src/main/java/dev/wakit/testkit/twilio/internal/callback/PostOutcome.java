package dev.wakit.testkit.twilio.internal.callback;

/** How one try to post a callback ended. */
enum PostOutcome {
    TAKEN,
    CLIENT_ERROR,
    SERVER_ERROR,
    CONNECT_FAILED,
    READ_FAILED
}
