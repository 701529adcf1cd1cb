namespace GatewayBench;

/// <summary>An option with any number of values, which take the place of those that were there.</summary>
internal sealed class ListSetting<T>(
    string key,
    string flag,
    OptionKind<T> kind,
    Action<FakeProviderOptions> clear,
    Action<FakeProviderOptions, T> add,
    Func<FakeProviderOptions, IEnumerable<string>> texts,
    string meaning
) : OptionSetting(key, flag, meaning)
{
    public override string ValueName => kind.Name;

    public override string Allowed => kind.Allowed;

    public override bool IsList => true;

    /// <summary>What the values are, or how many, as far as they are not the default.</summary>
    public override string TextOf(FakeProviderOptions options) =>
        string.Join(", ", texts(options)) is { Length: > 0 } text ? text : "none";

    public override void Set(FakeProviderOptions options, GivenOption given)
    {
        T[] values = [.. given.Texts.Select(text => kind.Read(given.Name, text))];
        clear(options);
        Array.ForEach(values, value => add(options, value));
    }

    /// <summary>Nothing: values are checked where they are made.</summary>
    public override void Check(FakeProviderOptions options) { }
}
