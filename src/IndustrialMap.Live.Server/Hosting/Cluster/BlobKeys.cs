using System.Xml.Linq;
using Azure.Storage.Blobs;
using IndustrialMap.Live.Journal.AzureTables;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>The keys of the cookies, each a blob in the cluster's storage account: a cookie of one server is good at every other.</summary>
internal sealed class BlobKeys : IXmlRepository
{
    private readonly BlobContainerClient container;

    private BlobKeys(BlobContainerClient container) => this.container = container;

    internal static BlobKeys Open(StorageAccount account)
    {
        var container = account.Blobs.GetBlobContainerClient("industrialmap-keys");
        account.Prepare(() => container.CreateIfNotExists());
        return new(container);
    }

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. container.GetBlobs().Select(blob => XElement.Parse(container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString()))];

    public void StoreElement(XElement element, string friendlyName) =>
        container.GetBlobClient($"{friendlyName}.xml").Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)), overwrite: false);
}
