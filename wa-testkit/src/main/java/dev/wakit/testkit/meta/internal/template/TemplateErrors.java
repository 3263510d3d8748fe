package dev.wakit.testkit.meta.internal.template;

import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;

/** The refusals of template calls, with Meta's subcodes. */
final class TemplateErrors {

    private TemplateErrors() {}

    static Refusal limitReached(int most) {
        return refusal(2388019, "Message template limit exceeded", "The account may have " + most + " templates.");
    }

    static Refusal createdTooMany(int most) {
        return refusal(
                2388019, "Message template limit exceeded", "The account may create " + most + " templates an hour.");
    }

    static Refusal beingDeleted(String name) {
        return refusal(
                2388023,
                "Message template language is being deleted",
                "New content cannot be added to " + name
                        + " while the old content is being deleted. Try again in 4 weeks.");
    }

    static Refusal exists(String name, String language) {
        return refusal(
                2388024,
                "Content in this language already exists",
                "There is already " + language + " content for template " + name + ".");
    }

    static Refusal cannotChange(String why) {
        return refusal(2388039, "Template status cannot be changed", why);
    }

    static Refusal tooLong(String field, int length, int most) {
        return refusal(
                2388040,
                "Character limit exceeded",
                field + " has " + length + " characters, at most " + most + " are allowed.");
    }

    static Refusal incomplete(String what) {
        return refusal(2388043, "Message template components param is missing expected field(s)", what);
    }

    static Refusal header(String why) {
        return refusal(2388047, "Message header format incorrect", why);
    }

    static Refusal body(String why) {
        return refusal(2388072, "Message body format incorrect", why);
    }

    static Refusal footer(String why) {
        return refusal(2388073, "Message footer format incorrect", why);
    }

    static Refusal ratio() {
        return refusal(
                2388293,
                "Parameter words ratio exceeds limit",
                "This template has too many variables for its length. Reduce the number of variables or increase the length.");
    }

    static Refusal edge() {
        return refusal(
                2388299,
                "Leading or trailing params not allowed",
                "Variables cannot be at the start or the end of the template.");
    }

    static Refusal notFound(String name) {
        return refusal(2593002, "Message template not found", "The template " + name + " was not found.");
    }

    static Refusal invalid(String why) {
        return new Refusal(GraphErrors.invalidParameter(why));
    }

    private static Refusal refusal(int subcode, String title, String message) {
        return new Refusal(GraphErrors.template(subcode, title, message));
    }
}
