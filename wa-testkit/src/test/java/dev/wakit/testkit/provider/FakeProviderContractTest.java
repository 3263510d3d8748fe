package dev.wakit.testkit.provider;

class FakeProviderContractTest extends ProviderContract {

    @Override
    protected BspScript script() {
        return new FakeScript();
    }
}
