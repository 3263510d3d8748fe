package dev.wakit.store.jdbc.internal;

import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_setting}. Settings of the installation have the tenant ''. */
public final class SettingTable {

    private SettingTable() {}

    /** The value of a name. */
    public static Optional<byte[]> find(Handle handle, String name) {
        return handle.createQuery("SELECT value FROM wa_setting WHERE tenant_id = '' AND name = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Sets the value of a name that has none. */
    public static void add(Dialect dialect, Handle handle, String name, byte[] value) {
        handle.createUpdate(dialect.insertNew(
                        "wa_setting (tenant_id, name, value) VALUES ('', :name, :value)", "tenant_id, name"))
                .bind("name", name)
                .bind("value", value)
                .execute();
    }
}
