namespace Gateway;

/// <summary>
/// What an operator runs to let somebody in: <c>--hash password</c> reads a password from standard
/// input, where no list of processes shows it, and prints its hash; <c>--hash key</c> makes a new
/// API key and prints it, this once, with its hash.
/// </summary>
internal static class HashCommand
{
    private const string Switch = "--hash";

    public static bool IsAsked(string[] args) => args is [Switch, ..];

    /// <returns>The process's exit code: 0, or 2 for wrong usage.</returns>
    public static int Run(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        switch (args)
        {
            case [Switch, "key"]:
                var key = ApiKeys.New();
                output.WriteLine($"key  {key}");
                output.WriteLine($"hash {ApiKeys.Hash(key)}");
                return 0;
            case [Switch, "password"]:
                if (input.ReadLine() is { Length: > 0 } password)
                {
                    output.WriteLine(Passwords.Hash(password));
                    return 0;
                }
                error.WriteLine("The password is empty: a line on standard input is expected.");
                return 2;
            default:
                error.WriteLine(
                    $"{Switch} is followed by '{string.Join(' ', args[1..])}': "
                        + "allowed is key or password, and nothing else."
                );
                return 2;
        }
    }
}
