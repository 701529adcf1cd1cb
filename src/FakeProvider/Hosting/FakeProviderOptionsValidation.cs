using System.Net;

namespace GatewayBench;

internal static class FakeProviderOptionsValidation
{
    /// <exception cref="ArgumentException">An option has a value that is not allowed.</exception>
    public static void Validate(this FakeProviderOptions options)
    {
        foreach (var setting in OptionTable.All)
        {
            setting.Check(options);
        }
        options.Replies.Validate(nameof(options.Replies));
        foreach (var (model, window) in options.Models)
        {
            OptionKinds.Window.Check($"{nameof(options.Models)}[\"{model}\"]", window);
        }
        Require(options.TimeProvider is not null, nameof(options.TimeProvider), null, "any clock");
        Require(
            options.AllowRemoteClients || IPAddress.IsLoopback(options.Address),
            nameof(options.Address),
            options.Address,
            $"a loopback address, unless {nameof(options.AllowRemoteClients)} is set"
        );
    }

    private static void Require(bool isMet, string option, object? value, string allowed)
    {
        if (!isMet)
        {
            throw InvalidOption.Exception(option, value, allowed);
        }
    }
}
