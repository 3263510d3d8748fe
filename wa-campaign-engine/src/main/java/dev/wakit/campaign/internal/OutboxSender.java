package dev.wakit.campaign.internal;

import dev.wakit.campaign.outbox.IdempotencyConflictException;
import dev.wakit.campaign.outbox.InvalidSendException;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.outbound.DurableReceipt;
import dev.wakit.outbound.DurableSend;
import dev.wakit.outbound.DurableSender;
import dev.wakit.outbound.RefusedSendException;

/** The outbox of every tenant for those who know nothing of the engine. Thread-safe. */
final class OutboxSender implements DurableSender {

    private final EngineCore engine;

    OutboxSender(EngineCore engine) {
        this.engine = engine;
    }

    @Override
    public DurableReceipt send(DurableSend send) {
        SingleSend.Builder single = SingleSend.builder(send.recipient(), send.message())
                .category(category(send))
                .idempotencyKey(send.key());
        send.provider().ifPresent(single::provider);
        send.sender().ifPresent(single::sender);
        try {
            SendReceipt receipt = engine.outbox(send.tenant()).enqueue(single.build());
            return new DurableReceipt(receipt.delivery().toString(), receipt.repeated());
        } catch (IdempotencyConflictException known) {
            // Another text for the same news, made after a crash: the first one counts.
            return new DurableReceipt(known.first().toString(), true);
        } catch (InvalidSendException never) {
            throw new RefusedSendException(String.valueOf(never.getMessage()));
        }
    }

    private static SendCategory category(DurableSend send) {
        return switch (send.purpose()) {
            case SERVICE -> SendCategory.SERVICE;
            case UTILITY -> SendCategory.UTILITY;
            case MARKETING -> SendCategory.MARKETING;
        };
    }
}
