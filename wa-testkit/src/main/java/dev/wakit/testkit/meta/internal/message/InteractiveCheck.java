package dev.wakit.testkit.meta.internal.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;

/** Checks reply buttons and lists closely, and every other interactive type leniently. */
final class InteractiveCheck {

    private static final int MAX_BUTTONS = 3;
    private static final int MAX_ROWS = 10;
    private static final int MAX_BUTTON_TITLE = 20;
    private static final int MAX_ROW_TITLE = 24;
    private static final int MAX_BUTTON_ID = 256;
    private static final int MAX_ROW_ID = 200;
    private static final int MAX_BODY = 1024;
    private static final int MAX_LIST_BODY = 4096;

    private InteractiveCheck() {}

    static void check(JsonNode interactive) {
        KindCheck.present("interactive.type", interactive.path("type"));
        KindCheck.present("interactive.action", interactive.path("action"));
        String type = interactive.path("type").asText();
        if (type.equals("button")) {
            KindCheck.text("interactive.body.text", interactive.path("body").path("text"), MAX_BODY);
            buttons(interactive.path("action").path("buttons"));
        } else if (type.equals("list")) {
            KindCheck.text("interactive.body.text", interactive.path("body").path("text"), MAX_LIST_BODY);
            KindCheck.text(
                    "interactive.action.button", interactive.path("action").path("button"), MAX_BUTTON_TITLE);
            sections(interactive.path("action").path("sections"));
        }
    }

    private static void buttons(JsonNode buttons) {
        String field = "interactive.action.buttons";
        if (buttons.isEmpty() || buttons.size() > MAX_BUTTONS) {
            throw new Refusal(GraphErrors.invalid(field, "1 to 3 buttons are allowed"));
        }
        for (int i = 0; i < buttons.size(); i++) {
            JsonNode reply = buttons.get(i).path("reply");
            KindCheck.text(field + "[" + i + "].reply.title", reply.path("title"), MAX_BUTTON_TITLE);
            KindCheck.text(field + "[" + i + "].reply.id", reply.path("id"), MAX_BUTTON_ID);
        }
    }

    private static void sections(JsonNode sections) {
        String field = "interactive.action.sections";
        int rows = 0;
        for (JsonNode section : sections) {
            for (JsonNode row : section.path("rows")) {
                String place = field + ".rows[" + rows++ + "]";
                KindCheck.text(place + ".id", row.path("id"), MAX_ROW_ID);
                KindCheck.text(place + ".title", row.path("title"), MAX_ROW_TITLE);
            }
        }
        if (rows == 0 || rows > MAX_ROWS) {
            throw new Refusal(GraphErrors.invalid(field, "1 to 10 rows are allowed in all"));
        }
    }
}
