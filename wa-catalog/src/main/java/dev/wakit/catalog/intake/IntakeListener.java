package dev.wakit.catalog.intake;

/**
 * Is told what customers sent.
 *
 * <p>At least once: after a crash, when a listener threw, and for enquiries also when the BSP repeats itself, the same is told again, so answer with something that happens once, such as a
 * send with the order's id as its key. Be quick and thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface IntakeListener {

    /** Something was taken over, and is durable. */
    void on(IntakeEvent event);
}
