# One cloud, smallest sensible: managed PostgreSQL with PostGIS, a registry, an object store for backups, a small cluster.
# terraform init && terraform apply -var domain=…; nothing here has been applied: docs/scaling.md says what was checked.

terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = { project = "catavento", environment = var.environment }
  }
}

data "aws_availability_zones" "here" {
  state = "available"
}

locals {
  name  = "catavento-${var.environment}"
  zones = slice(data.aws_availability_zones.here.names, 0, 2)
}

module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"

  name               = local.name
  cidr               = "10.42.0.0/16"
  azs                = local.zones
  public_subnets     = ["10.42.0.0/24", "10.42.1.0/24"]
  private_subnets    = ["10.42.16.0/20", "10.42.32.0/20"]
  database_subnets   = ["10.42.48.0/24", "10.42.49.0/24"]
  enable_nat_gateway = true
  single_nat_gateway = true
}

module "cluster" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 21.0"

  name                                     = local.name
  kubernetes_version                       = var.kubernetes_version
  vpc_id                                   = module.network.vpc_id
  subnet_ids                               = module.network.private_subnets
  endpoint_public_access                   = false
  enable_cluster_creator_admin_permissions = true

  # The module asks for a cluster without any: no node is ready before it has a network, no name resolves without coredns.
  addons = {
    vpc-cni    = { before_compute = true }
    kube-proxy = { before_compute = true }
    coredns    = {}
  }

  eks_managed_node_groups = {
    tasks = {
      instance_types = [var.node_type]
      min_size       = 2
      desired_size   = 2
      max_size       = var.nodes_at_most
    }
  }
}

resource "random_password" "superuser" {
  length  = 32
  special = false
}

resource "aws_security_group" "store" {
  name_prefix = "${local.name}-store-"
  description = "PostgreSQL, from the cluster's nodes only"
  vpc_id      = module.network.vpc_id

  ingress {
    description     = "PostgreSQL"
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [module.cluster.node_security_group_id]
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_parameter_group" "store" {
  name_prefix = "${local.name}-"
  family      = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "timezone"
    value = "UTC"
  }
}

# PostGIS is an extension of it, which its master may create: infrastructure/postgis/set-up-cluster runs as postgres, who is
# no superuser here. Its backups are its own: backup_retention_period, and whoever has the master's password and pg_dump.
resource "aws_db_instance" "store" {
  identifier                   = local.name
  engine                       = "postgres"
  engine_version               = "17"
  instance_class               = var.database_type
  allocated_storage            = 50
  max_allocated_storage        = var.database_gib_at_most
  storage_type                 = "gp3"
  storage_encrypted            = true
  username                     = "postgres"
  password                     = random_password.superuser.result
  db_subnet_group_name         = module.network.database_subnet_group_name
  vpc_security_group_ids       = [aws_security_group.store.id]
  parameter_group_name         = aws_db_parameter_group.store.name
  publicly_accessible          = false
  multi_az                     = var.environment == "production"
  backup_retention_period      = 14
  deletion_protection          = var.environment == "production"
  skip_final_snapshot          = var.environment != "production"
  final_snapshot_identifier    = "${local.name}-last"
  performance_insights_enabled = true
  auto_minor_version_upgrade   = true
}

resource "aws_ecr_repository" "image" {
  for_each             = toset(var.images)
  name                 = "catavento/${each.value}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_s3_bucket" "backups" {
  bucket_prefix = "${local.name}-backups-"
}

resource "aws_s3_bucket_public_access_block" "backups" {
  bucket                  = aws_s3_bucket.backups.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "backups" {
  bucket = aws_s3_bucket.backups.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "backups" {
  bucket = aws_s3_bucket.backups.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "backups" {
  bucket = aws_s3_bucket.backups.id

  rule {
    id     = "keep-a-year"
    status = "Enabled"

    filter {}

    expiration {
      days = 365
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}
