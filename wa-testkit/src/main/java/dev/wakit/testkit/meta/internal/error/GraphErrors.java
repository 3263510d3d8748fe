package dev.wakit.testkit.meta.internal.error;

/** The errors the simulator can answer with, worded as Meta words them. */
public final class GraphErrors {

    private static final int BAD_REQUEST = 400;

    private GraphErrors() {}

    public static GraphError badToken() {
        return GraphError.of(401, 190, "Invalid OAuth access token - Cannot parse access token", "");
    }

    public static GraphError unknownObject(String method, String id) {
        String message =
                "Unsupported " + method + " request. Object with ID '" + id + "' does not exist, cannot be loaded"
                        + " due to missing permissions, or does not support this operation. Please read the Graph API"
                        + " documentation at https://developers.facebook.com/docs/graph-api";
        return new GraphError(BAD_REQUEST, 100, 33, "GraphMethodException", message, "", false);
    }

    public static GraphError unknownPath() {
        return GraphError.of(BAD_REQUEST, 2500, "Unknown path components", "");
    }

    public static GraphError notJson() {
        return GraphError.of(BAD_REQUEST, 100, "(#100) Invalid parameter", "The request body is not a JSON object.");
    }

    /** A required parameter of the request itself. */
    public static GraphError required(String field) {
        return GraphError.of(
                BAD_REQUEST,
                100,
                "(#100) The parameter " + field + " is required.",
                "The parameter " + field + " is required.");
    }

    /** An error of registration, lists or names, which the number of its code tells apart. */
    public static GraphError account(int code, String details) {
        return GraphError.of(BAD_REQUEST, code, "(#" + code + ") " + details, details);
    }

    public static GraphError notRegistered() {
        return account(
                133010,
                "The account does not exist in the Cloud API. Please use the /register API to create an account first.");
    }

    public static GraphError invalidParameter(String details) {
        return GraphError.of(BAD_REQUEST, 100, "(#100) " + details, details);
    }

    /** A required parameter inside the object of the message kind. */
    public static GraphError missing(String field) {
        return GraphError.of(
                BAD_REQUEST, 131008, "(#131008) Required parameter is missing", "Parameter '" + field + "' is missing");
    }

    public static GraphError missingDetails(String details) {
        return GraphError.of(BAD_REQUEST, 131008, "(#131008) Required parameter is missing", details);
    }

    public static GraphError invalid(String field, String reason) {
        return GraphError.of(
                BAD_REQUEST,
                131009,
                "(#131009) Parameter value is not valid",
                "Parameter '" + field + "' is not valid: " + reason);
    }

    public static GraphError rateLimited() {
        return GraphError.of(
                BAD_REQUEST,
                130429,
                "(#130429) Rate limit hit",
                "Message failed to send because there were too many messages sent from this phone number in a short"
                        + " period of time");
    }

    public static GraphError pairLimited() {
        return GraphError.of(
                BAD_REQUEST,
                131056,
                "(#131056) (Business Account, Consumer Account) pair rate limit hit",
                "Message failed to send because there were too many messages sent from this phone number to the same"
                        + " phone number in a short period of time");
    }

    public static GraphError parameterCount(String component, int received, int expected) {
        return GraphError.of(
                BAD_REQUEST,
                132000,
                "(#132000) Number of parameters does not match the expected number of params",
                component + ": number of localizable_params (" + received
                        + ") does not match the expected number of params (" + expected + ")");
    }

    public static GraphError unknownTemplate(String name, String language) {
        return GraphError.of(
                404,
                132001,
                "(#132001) Template name does not exist in the translation",
                "template name (" + name + ") does not exist in " + language);
    }

    public static GraphError parameterFormat(String details) {
        return GraphError.of(
                BAD_REQUEST,
                132012,
                "(#132012) Parameter format does not match format in the created template",
                details);
    }

    public static GraphError parameterInvalid(String details) {
        return GraphError.of(
                BAD_REQUEST, 132018, "(#132018) There was an issue with the parameters in your template", details);
    }

    public static GraphError templatePaused(String name, String language) {
        return GraphError.of(
                BAD_REQUEST,
                132015,
                "(#132015) Template is paused",
                "template name (" + name + ") in " + language + " is paused due to low quality");
    }

    /** A template of another category at the edge of marketing messages. */
    public static GraphError notMarketing() {
        return GraphError.of(
                BAD_REQUEST,
                131055,
                "(#131055) Method not allowed",
                "Only marketing templates can be sent through the Marketing Messages API.");
    }

    /** Something that is not there for people who are known by user id only. */
    public static GraphError userIdNotSupported() {
        return GraphError.of(
                BAD_REQUEST,
                131062,
                "(#131062) Business-scoped user ID (BSUID) recipients are not supported for this message",
                "Send this message to a phone number.");
    }

    public static GraphError templateDisabled(String name, String language) {
        return GraphError.of(
                BAD_REQUEST,
                132016,
                "(#132016) Template is disabled",
                "template name (" + name + ") in " + language + " was disabled due to low quality");
    }

    /** A refusal of a template call, which says why in words for users. */
    public static GraphError template(int subcode, String title, String message) {
        return new GraphError(BAD_REQUEST, 100, subcode, "OAuthException", "Invalid parameter", "", false)
                .forUsers(title, message);
    }

    public static GraphError somethingWentWrong() {
        return GraphError.of(
                500,
                131000,
                "(#131000) Something went wrong",
                "Message failed to send due to an unknown error. Try again later");
    }

    public static GraphError serviceDown() {
        return new GraphError(
                503,
                2,
                0,
                "OAuthException",
                "An unexpected error has occurred. Please retry your request later.",
                "",
                true);
    }

    /** An error chosen by a test; known codes keep their usual words. */
    public static GraphError scripted(int status, int code) {
        GraphError known = switch (code) {
            case 190 -> badToken();
            case 130429 -> rateLimited();
            case 131056 -> pairLimited();
            case 131000 -> somethingWentWrong();
            case 2 -> serviceDown();
            default -> GraphError.of(status, code, "(#" + code + ") Scripted error", "The simulator was told to fail.");
        };
        return known.withStatus(status);
    }
}
