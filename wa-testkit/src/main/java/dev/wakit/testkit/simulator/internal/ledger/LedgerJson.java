package dev.wakit.testkit.simulator.internal.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.internal.Json;

/** The JSON form of a ledger entry, in the file and on the admin endpoint. */
public final class LedgerJson {

    private LedgerJson() {}

    public static ObjectNode of(LedgerEntry entry) {
        return Json.object()
                .put("sequence", entry.sequence())
                .put("time", entry.time().toString())
                .put("phone_number_id", entry.phoneNumberId())
                .put("to", entry.to())
                .put("recipient", entry.recipient())
                .put("kind", entry.kind())
                .put("template", entry.templateName())
                .put("callback_data", entry.callbackData())
                .put("wamid", entry.wamid())
                .put("outcome", entry.outcome().name())
                .put("final_status", entry.finalStatus());
    }
}
