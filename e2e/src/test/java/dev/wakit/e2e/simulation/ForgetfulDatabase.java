package dev.wakit.e2e.simulation;

import dev.wakit.campaign.store.CampaignStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that loses the latest intents, and what came after them, when a worker dies, as one without synchronous commits does. */
final class ForgetfulDatabase implements Jdbc {

    private final Path file;
    private Connection real;
    private int starts;
    private boolean isKept;

    ForgetfulDatabase(Path file) {
        this.file = file;
    }

    Mutation mutation() {
        return new Mutation(this::afterStart, provider -> provider, this);
    }

    @Override
    public Connection wrap(Connection connection) {
        real = connection;
        return connection;
    }

    /** The first worker starts, or another one after a crash. */
    private CampaignStores afterStart(CampaignStores stores) {
        if (++starts > 1 && isKept) {
            run("restore from '" + file + "'");
        }
        return new Intercepted(stores, (method, arguments, call) -> {
            if (method.getName().equals("commitIntents")) {
                run("backup to '" + file + "'");
                isKept = true;
            }
            return call.with(arguments);
        });
    }

    private void run(String command) {
        try (Statement statement = real.createStatement()) {
            statement.executeUpdate(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
