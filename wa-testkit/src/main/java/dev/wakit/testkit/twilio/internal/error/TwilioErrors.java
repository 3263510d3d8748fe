package dev.wakit.testkit.twilio.internal.error;

/** The errors that the simulator can answer with. */
public final class TwilioErrors {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private TwilioErrors() {}

    public static TwilioError badCredentials() {
        return new TwilioError(401, 20003, "Authenticate");
    }

    public static TwilioError notFound(String path) {
        return new TwilioError(NOT_FOUND, 20404, "The requested resource " + path + " was not found");
    }

    /** A parameter that has no error of its own. */
    public static TwilioError parameter(String message) {
        return new TwilioError(BAD_REQUEST, 20422, message);
    }

    public static TwilioError tooManyRequests() {
        return new TwilioError(429, 20429, "Too Many Requests");
    }

    public static TwilioError internal() {
        return new TwilioError(500, 20500, "Internal Server Error");
    }

    public static TwilioError unavailable() {
        return new TwilioError(503, 20503, "Service is unavailable");
    }

    public static TwilioError noRecipient() {
        return message(21604, "A 'To' phone number is required.");
    }

    public static TwilioError invalidRecipient(String to) {
        return message(21211, "Invalid 'To' Phone Number: " + masked(to));
    }

    public static TwilioError otherChannel() {
        return message(21910, "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel");
    }

    public static TwilioError noSender() {
        return message(21603, "A 'From' or 'MessagingServiceSid' parameter is required to send a message.");
    }

    /** A sender without the prefix of the channel: it would be a number for SMS, and there is none. */
    public static TwilioError noSmsSender() {
        return message(21606, "The 'From' phone number provided is not a valid, message-capable Twilio phone number.");
    }

    public static TwilioError unknownSender() {
        return message(63007, "Twilio could not find a Channel with the specified From address");
    }

    public static TwilioError senderOfAnotherAccount() {
        return message(21660, "Mismatch between the 'From' number and the account");
    }

    public static TwilioError sameAddress() {
        return message(63031, "Channels message cannot have same From and To");
    }

    public static TwilioError unknownService() {
        return new TwilioError(NOT_FOUND, 21701, "The Messaging Service does not exist");
    }

    public static TwilioError serviceWithoutSender() {
        return message(21703, "The Messaging Service does not have a phone number available to send a message");
    }

    public static TwilioError noContent() {
        return message(21619, "A Message Body, Media URL or Content SID is required");
    }

    public static TwilioError bodyTooLong() {
        return message(21617, "The concatenated message body exceeds the 1600 character limit");
    }

    public static TwilioError mediaAddress() {
        return message(21620, "Invalid media URL(s)");
    }

    public static TwilioError tooManyMedia() {
        return message(21623, "Number of media files exceeds allowed limit");
    }

    public static TwilioError statusCallback() {
        return message(21609, "The StatusCallback URL is not a valid URL.");
    }

    public static TwilioError validityPeriod() {
        return message(21624, "The ValidityPeriod must be an integer between 1 and 36000");
    }

    public static TwilioError variablesWithoutContent() {
        return message(21654, "ContentSid Required");
    }

    public static TwilioError invalidContentSid() {
        return message(21655, "The ContentSid is Invalid");
    }

    public static TwilioError invalidVariables() {
        return message(21656, "The ContentVariables Parameter is invalid");
    }

    public static TwilioError noSendAt() {
        return message(35111, "SendAt timestamp is missing");
    }

    public static TwilioError sendAtTooEarly() {
        return message(35114, "SendAt must be at least 900 seconds in the future");
    }

    public static TwilioError sendAtTooLate() {
        return message(35117, "SendAt must be at most 35 days in the future");
    }

    public static TwilioError scheduleWithoutService() {
        return message(35118, "MessagingServiceSid is required to schedule a message");
    }

    public static TwilioError scheduleType() {
        return message(35126, "The ScheduleType value provided is not supported for this channel");
    }

    public static TwilioError tooManyScheduled() {
        return message(35125, "Maximum limit reached in the account for scheduling messages");
    }

    public static TwilioError tooLateToCancel() {
        return message(30409, "Message cannot be canceled: it is no longer scheduled");
    }

    /** An error of the Content API. */
    public static TwilioError content(int code, String message) {
        return new TwilioError(BAD_REQUEST, code, message);
    }

    /** An error chosen by a test. */
    public static TwilioError scripted(int status, int code) {
        return new TwilioError(status, code, "The simulator was told to fail.");
    }

    private static TwilioError message(int code, String message) {
        return new TwilioError(BAD_REQUEST, code, message);
    }

    /** Twilio writes the number out; here only its end, so that no log holds one. */
    private static String masked(String to) {
        return "…" + to.substring(Math.max(0, to.length() - 4));
    }
}
