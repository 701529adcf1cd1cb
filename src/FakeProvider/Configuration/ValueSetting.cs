namespace GatewayBench;

/// <summary>An option with one value.</summary>
internal sealed class ValueSetting<T>(
    string key,
    string flag,
    OptionKind<T> kind,
    Func<FakeProviderOptions, T> get,
    Action<FakeProviderOptions, T> set,
    string meaning
) : OptionSetting(key, flag, meaning)
{
    public override string ValueName => kind.Name;

    public override string Allowed => kind.Allowed;

    public override bool IsSwitch => typeof(T) == typeof(bool);

    public override string TextOf(FakeProviderOptions options) => kind.Write(get(options));

    public override void Set(FakeProviderOptions options, GivenOption given) =>
        set(
            options,
            given.Texts is [var text]
                ? kind.Read(given.Name, text)
                : throw InvalidOption.Exception(
                    given.Name,
                    $"a list of {given.Texts.Count}",
                    kind.Allowed
                )
        );

    public override void Check(FakeProviderOptions options) =>
        kind.Check(PropertyPath, get(options));
}
