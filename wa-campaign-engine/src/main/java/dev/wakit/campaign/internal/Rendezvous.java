package dev.wakit.campaign.internal;

import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.LaneKey;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Picks a sender for each person by weighted rendezvous hashing: every sender draws a number for the person, and the largest one wins.
 * Immutable and thread-safe.
 *
 * <p>The draw depends on the person, the lane and its weight alone. So a person has the same sender in every campaign and on every
 * worker, and when a sender leaves, only its own people go to others.
 */
final class Rendezvous {

    private final List<Seat> seats;

    /** Among these, one at least. */
    Rendezvous(List<PoolMember> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("Nobody can be picked from a pool without a sender.");
        }
        this.seats = members.stream()
                .map(member -> new Seat(
                        member.lane(), member.weight(), hash(member.lane().lane())))
                .toList();
    }

    private record Seat(LaneKey lane, int weight, long hash) {}

    /** The lane of a person. */
    LaneKey pick(String recipientKey) {
        long person = hash(recipientKey);
        Seat best = seats.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (Seat seat : seats) {
            double draw = draw(person, seat);
            if (draw > most
                    || (draw == most && seat.lane().lane().compareTo(best.lane().lane()) < 0)) {
                most = draw;
                best = seat;
            }
        }
        return best.lane();
    }

    /** With u even between 0 and 1, the largest of weight / -ln(u) falls on each seat as often as its weight says. */
    private static double draw(long person, Seat seat) {
        double u = ((mix(person ^ Long.rotateLeft(seat.hash(), 32)) >>> 11) + 0.5) * 0x1p-53;
        return seat.weight() / -Math.log(u);
    }

    /** Spreads every bit over all others. */
    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 32);
    }

    private static long hash(String text) {
        return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }
}
