namespace GatewayBench;

/// <summary>
/// An option as texts know it: by its key in a configuration, by its flag on the command line, and as
/// a row of the documentation.
/// </summary>
/// <param name="key">The path to the option, with colons: <c>RateLimit:RequestsPerMinute</c>.</param>
/// <param name="flag">Such as <c>--requests-per-minute</c>.</param>
/// <param name="meaning">One sentence.</param>
internal abstract class OptionSetting(string key, string flag, string meaning)
{
    public string Key { get; } = key;

    public string Flag { get; } = flag;

    public string Meaning { get; } = meaning;

    /// <inheritdoc cref="OptionKind{T}.Name"/>
    public abstract string ValueName { get; }

    /// <inheritdoc cref="OptionKind{T}.Allowed"/>
    public abstract string Allowed { get; }

    /// <summary>Whether it can be given again and again.</summary>
    public virtual bool IsList => false;

    /// <summary>Whether its flag alone means true.</summary>
    public virtual bool IsSwitch => false;

    /// <summary>What the option is, as text.</summary>
    public abstract string TextOf(FakeProviderOptions options);

    /// <summary>Sets the option.</summary>
    /// <param name="options">Whose.</param>
    /// <param name="given">What was written, and where.</param>
    /// <exception cref="ArgumentException">A text is not allowed.</exception>
    public abstract void Set(FakeProviderOptions options, GivenOption given);

    /// <exception cref="ArgumentException">The option, however it was set, is not allowed.</exception>
    public abstract void Check(FakeProviderOptions options);

    /// <summary>Its name in C#.</summary>
    protected string PropertyPath => Key.Replace(':', '.');
}
