package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;

/**
 * One line of an order. Immutable.
 *
 * @param number its number, from 1
 * @param item what was bought
 * @param unitPrice what one costs
 * @param flag why it waits for a person, if it does
 * @param quantity how many were ordered; 0 only while its quantity is unclear
 * @param fulfilled how many were handed over
 * @param cancelled how many were called off
 * @param returned how many of those handed over came back
 * @since 0.1
 */
public record OrderLine(
        int number,
        LineItem item,
        Money unitPrice,
        LineFlag flag,
        int quantity,
        int fulfilled,
        int cancelled,
        int returned) {

    /** How many are still to be handed over. */
    public int open() {
        return quantity - fulfilled - cancelled;
    }

    /** How many are paid for: those that were not called off. */
    public int billed() {
        return quantity - cancelled;
    }

    /** What the line costs. */
    public Money total() {
        return unitPrice.times(billed());
    }

    OrderLine resolved(LineItem newItem, int newQuantity, Money newPrice) {
        return new OrderLine(number, newItem, newPrice, LineFlag.CLEAR, newQuantity, 0, 0, 0);
    }

    OrderLine fulfil(int count) {
        return new OrderLine(number, item, unitPrice, flag, quantity, fulfilled + count, cancelled, returned);
    }

    OrderLine cancel(int count) {
        return new OrderLine(number, item, unitPrice, flag, quantity, fulfilled, cancelled + count, returned);
    }

    OrderLine giveBack(int count) {
        return new OrderLine(number, item, unitPrice, flag, quantity, fulfilled, cancelled, returned + count);
    }
}
