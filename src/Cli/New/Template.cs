namespace GatewayBench.Cli;

/// <summary>
/// What new files are made of: those of the examples, which the README shows and tests build and run.
/// </summary>
internal static class Template
{
    /// <summary>The gateway of the examples.</summary>
    public const string Gateway = "AskGateway";

    /// <summary>Its load tests.</summary>
    public const string LoadTests = "AskGateway.LoadTests";

    /// <param name="file">Its name, without a folder.</param>
    public static string Read(string file)
    {
        using var resource = typeof(Template).Assembly.GetManifestResourceStream(
            $"Template/{file}"
        )!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
